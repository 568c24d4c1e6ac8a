// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/consumergroup.h"

#include <QTest>

using namespace std::chrono_literals;
using Sandbox::Kafka::Clock;
using Sandbox::Kafka::ConsumerGroup;
using Sandbox::Kafka::ErrorCode;

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

ConsumerGroup::Joining joining(const std::string &memberId = {})
{
    return {memberId, "client", "consumer", {{"range", "topics"}, {"roundrobin", "topics"}}, 6s, 60s};
}

} // namespace

/// The rules of a group, with a clock that stands still until it is moved.
class TestConsumerGroup : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void givesOneMemberEverything();
    void letsSeveralStartTogether();
    void letsFormerMembersCommitWhileOthersJoin();
    void waitsForASlowMember();
    void forgetsASilentMember();
    void letsAnybodyCommitToAnEmptyGroup();
    void refusesStrangers();
    void choosesWhatEverybodyOffers();

private:
    std::string join(const std::string &memberId = {});
    void passTime(std::chrono::milliseconds time);
    /// Lets the first member start and get its part.
    std::string startWithOne();

    ConsumerGroup m_group;
    Clock::time_point m_now;
};

void TestConsumerGroup::init()
{
    m_group = ConsumerGroup();
    m_now = Clock::now();
}

std::string TestConsumerGroup::join(const std::string &memberId)
{
    const auto id = m_group.join(joining(memberId), m_now);
    return id ? *id : std::string();
}

void TestConsumerGroup::passTime(std::chrono::milliseconds time)
{
    m_now += time;
    m_group.tick(m_now);
}

std::string TestConsumerGroup::startWithOne()
{
    const std::string id = join();
    passTime(1s);
    (void)m_group.sync(id, 1, {{id, "all"}}, m_now);
    return id;
}

void TestConsumerGroup::givesOneMemberEverything()
{
    const std::string id = join();
    QVERIFY(!m_group.joined(id, 0));
    passTime(1s);
    const auto joined = m_group.joined(id, 0);
    QVERIFY(joined && *joined);
    QCOMPARE((*joined)->generation, 1);
    QCOMPARE((*joined)->leader, id);
    QCOMPARE((*joined)->members, (Parts{{id, "topics"}}));
    QVERIFY(!m_group.assignment(id, 1));
    QCOMPARE(m_group.sync(id, 1, {{id, "all"}}, m_now), ErrorCode::None);
    QCOMPARE(m_group.assignment(id, 1)->value(), std::string("all"));
    QCOMPARE(m_group.heartbeat(id, 1, m_now), ErrorCode::None);
    QCOMPARE(m_group.stateName(), "Stable");
}

void TestConsumerGroup::letsSeveralStartTogether()
{
    const std::string first = join();
    passTime(100ms);
    const std::string second = join();
    passTime(1s);
    QCOMPARE(m_group.generation(), 1);
    QCOMPARE((*m_group.joined(first, 0))->members.size(), std::size_t(2));
    QVERIFY((*m_group.joined(second, 0))->members.empty());
    QCOMPARE(m_group.sync(first, 1, {{first, "a"}, {second, "b"}}, m_now), ErrorCode::None);
    QCOMPARE(m_group.assignment(second, 1)->value(), std::string("b"));
}

/// Rows that are stored but not committed would come twice.
void TestConsumerGroup::letsFormerMembersCommitWhileOthersJoin()
{
    const std::string first = startWithOne();
    const std::string second = join();
    QCOMPARE(m_group.heartbeat(first, 1, m_now), ErrorCode::RebalanceInProgress);
    QCOMPARE(m_group.checkCommit(first, 1, m_now), ErrorCode::None);
    QCOMPARE(join(first), first);
    QCOMPARE(m_group.generation(), 2);
    QCOMPARE(m_group.checkCommit(first, 2, m_now), ErrorCode::RebalanceInProgress);
    QCOMPARE(m_group.sync(first, 2, {{second, "all"}}, m_now), ErrorCode::None);
    // Who comes late with the former generation must not move what is another's now.
    QCOMPARE(m_group.checkCommit(first, 1, m_now), ErrorCode::IllegalGeneration);
    QCOMPARE(m_group.checkCommit(second, 2, m_now), ErrorCode::None);
}

/// As long as it sends heartbeats it may take its time: nobody else gets its part meanwhile.
void TestConsumerGroup::waitsForASlowMember()
{
    const std::string first = startWithOne();
    const std::string second = join();
    for (int i = 0; i < 10; ++i) {
        passTime(5s);
        QCOMPARE(m_group.heartbeat(first, 1, m_now), ErrorCode::RebalanceInProgress);
        QVERIFY(!m_group.joined(second, 1));
    }
    passTime(11s); // beyond the rebalance timeout
    QCOMPARE(m_group.generation(), 2);
    QCOMPARE(m_group.members().size(), std::size_t(1));
    QVERIFY(m_group.members().contains(second));
}

void TestConsumerGroup::forgetsASilentMember()
{
    const std::string id = startWithOne();
    passTime(7s);
    QVERIFY(m_group.members().empty());
    QCOMPARE(m_group.heartbeat(id, 1, m_now), ErrorCode::UnknownMemberId);
    QCOMPARE(m_group.stateName(), "Empty");
}

void TestConsumerGroup::letsAnybodyCommitToAnEmptyGroup()
{
    QCOMPARE(m_group.checkCommit({}, -1, m_now), ErrorCode::None);
    const std::string id = startWithOne();
    QCOMPARE(m_group.checkCommit({}, -1, m_now), ErrorCode::UnknownMemberId);
    QCOMPARE(m_group.leave(id, m_now), ErrorCode::None);
    QCOMPARE(m_group.checkCommit({}, -1, m_now), ErrorCode::None);
}

void TestConsumerGroup::refusesStrangers()
{
    QCOMPARE(m_group.join(joining("nobody"), m_now).error(), ErrorCode::UnknownMemberId);
    QCOMPARE(m_group.leave("nobody", m_now), ErrorCode::UnknownMemberId);
    QCOMPARE(m_group.sync("nobody", 0, {}, m_now), ErrorCode::UnknownMemberId);
    QVERIFY(!join().empty());
    auto other = joining();
    other.protocolType = "connect";
    QCOMPARE(m_group.join(other, m_now).error(), ErrorCode::InconsistentGroupProtocol);
}

void TestConsumerGroup::choosesWhatEverybodyOffers()
{
    const std::string first = join();
    auto other = joining();
    other.protocols = {{"roundrobin", "other topics"}};
    const auto second = m_group.join(other, m_now);
    QVERIFY(second);
    passTime(1s);
    QCOMPARE((*m_group.joined(first, 0))->protocol, std::string("roundrobin"));
    QCOMPARE((*m_group.joined(first, 0))->members, (Parts{{first, "topics"}, {*second, "other topics"}}));
}

QTEST_GUILESS_MAIN(TestConsumerGroup)
#include "tst_consumergroup.moc"
