// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/broker/sampletopics.h"

#include "core/json.h"
#include "sandbox/broker/avrofile.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string_view>

namespace Sandbox {

namespace {

using namespace std::chrono_literals;
using Core::Json;

template <std::size_t size>
std::string_view pick(const std::array<std::string_view, size> &words, SampleRandom &random)
{
    return words[std::uniform_int_distribution<std::size_t>(0, size - 1)(random)];
}

int number(int from, int to, SampleRandom &random)
{
    return std::uniform_int_distribution<int>(from, to)(random);
}

/// "2026-11-21 08:00:00", which every date_time_input_format reads.
std::string dateTime(SampleTime time)
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm fields{};
    gmtime_r(&seconds, &fields);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%F %T", &fields);
    return {text.data(), length};
}

std::string decimal(double value, int places)
{
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.*f", places, value);
    return {text.data(), static_cast<std::size_t>(length)};
}

Message artist(int count, SampleTime time, SampleRandom &)
{
    static constexpr std::array<std::string_view, 8> names{"Michelangelo", "Leonardo",   "Donatello", "Raphael",
                                                           "Artemisia",    "Caravaggio", "Sofonisba", "Titian"};
    Message message;
    message.value = Json({{"id", count + 1}, {"name", names[static_cast<std::size_t>(count) % names.size()]}}).dump();
    message.timestampMs = time.time_since_epoch().count();
    return message;
}

Message laterArtist(int count, SampleTime time, SampleRandom &random)
{
    return artist(count + 5, time, random);
}

Message click(int, SampleTime time, SampleRandom &random)
{
    static constexpr std::array<std::string_view, 6> pages{
        "/", "/coffee/espresso-machines", "/coffee/grinders", "/cart", "/checkout", "/guides/first-espresso"};
    static constexpr std::array<std::string_view, 6> countries{"FI", "SE", "DE", "FR", "US", "JP"};
    const int user = number(1000, 1199, random);
    Message message;
    message.key = std::to_string(user);
    message.value = Json({{"time", dateTime(time)},
                          {"user_id", user},
                          {"page", pick(pages, random)},
                          {"country", pick(countries, random)},
                          {"duration_ms", number(400, 45000, random)}})
                        .dump();
    message.timestampMs = time.time_since_epoch().count();
    return message;
}

Message sensorReading(int count, SampleTime time, SampleRandom &random)
{
    static constexpr std::array<std::string_view, 4> sensors{"greenhouse-1", "greenhouse-2", "cellar", "roof"};
    static constexpr std::array<double, 4> usual{22.5, 24.0, 9.5, 14.0};
    const std::size_t sensor = static_cast<std::size_t>(count) % sensors.size();
    const double minutes = static_cast<double>(time.time_since_epoch().count()) / 60000.0;
    const double temperature = usual[sensor] + 2.0 * std::sin(minutes / 30.0) + number(-5, 5, random) / 10.0;
    Message message;
    message.key = std::string(sensors[sensor]);
    message.value = dateTime(time) + ",\"" + std::string(sensors[sensor]) + "\"," + decimal(temperature, 1) + "," +
                    std::to_string(number(38, 71, random));
    message.timestampMs = time.time_since_epoch().count();
    return message;
}

constexpr std::string_view orderSchema =
    R"({"type":"record","name":"Order","namespace":"headgate.sample","fields":[)"
    R"({"name":"order_id","type":"long"},)"
    R"({"name":"placed_at","type":{"type":"long","logicalType":"timestamp-millis"}},)"
    R"({"name":"customer","type":"string"},)"
    R"({"name":"product","type":"string"},)"
    R"({"name":"quantity","type":"long"},)"
    R"({"name":"price","type":"double"}]})";

Message order(int, SampleTime time, SampleRandom &random)
{
    static constexpr std::array<std::string_view, 5> customers{"Aino Virtanen", "Björn Lindqvist", "Chloé Martin",
                                                               "Dieter Braun", "Emi Tanaka"};
    static constexpr std::array<std::string_view, 5> products{"espresso machine", "burr grinder", "milk jug",
                                                              "coffee beans 1 kg", "descaler"};
    static constexpr std::array<double, 5> prices{449.0, 189.0, 24.9, 27.5, 9.9};
    const auto product = static_cast<std::size_t>(number(0, 4, random));
    // Counted in seconds since 2026, so that numbers go on rising after a restart.
    const auto sinceEpoch = time.time_since_epoch();
    const auto id = std::chrono::duration_cast<std::chrono::seconds>(sinceEpoch).count() - 1767225600;
    AvroRecord record;
    record.addLong(id).addLong(sinceEpoch.count()).addString(pick(customers, random)).addString(products[product]);
    record.addLong(number(1, 4, random)).addDouble(prices[product]);
    Message message;
    message.key = std::to_string(id);
    message.value = avroFile(orderSchema, record);
    message.timestampMs = sinceEpoch.count();
    return message;
}

/// Every twentieth is cut off, as by a producer that died: to see what a table does with it.
Message payment(int count, SampleTime time, SampleRandom &random)
{
    static constexpr std::array<std::string_view, 3> methods{"card", "invoice", "voucher"};
    constexpr int brokenEvery = 20;
    std::string value = Json({{"payment_id", time.time_since_epoch().count()},
                              {"paid_at", dateTime(time)},
                              {"method", pick(methods, random)},
                              {"amount", number(100, 90000, random) / 100.0}})
                            .dump();
    if (count % brokenEvery == brokenEvery - 1)
        value.resize(value.size() / 2);
    Message message;
    message.value = std::move(value);
    message.timestampMs = time.time_since_epoch().count();
    return message;
}

} // namespace

const std::vector<SampleTopic> &sampleTopics()
{
    static const std::vector<SampleTopic> topics{
        {"topic1", "Five artists, one JSON object per message", 1, "JSONEachRow", "id UInt64, name String", 5, 0ms,
         artist},
        {"topic2", "Three more artists, one JSON object per message", 1, "JSONEachRow", "id UInt64, name String", 3,
         0ms, laterArtist},
        {"clicks", "Live page views of a web shop, as JSON", 3, "JSONEachRow",
         "time DateTime, user_id UInt32, page String, country String, duration_ms UInt32", 40, 700ms, click},
        {"sensors", "Live temperature (°C) and humidity (%) readings, as CSV", 1, "CSV",
         "time DateTime, sensor String, temperature Float64, humidity UInt8", 24, 1000ms, sensorReading},
        {"orders", "Live orders of a web shop, as Avro with the schema in each message", 2, "Avro",
         "order_id Int64, placed_at DateTime64(3), customer String, product String, quantity Int64, price Float64", 12,
         2000ms, order},
        {"payments", "Live payments of a web shop, as JSON; every twentieth message is broken", 1, "JSONEachRow",
         "payment_id UInt64, paid_at DateTime, method String, amount Float64", 25, 1500ms, payment},
    };
    return topics;
}

std::string_view sampleSchema(std::string_view topic)
{
    return topic == "orders" ? orderSchema : std::string_view();
}

} // namespace Sandbox
