# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian 12 packages, by what they are for. packaging/install reads it; packaging/cmake/dependencies.cmake checks
# the libraries again at configure time.

packages_build=(
    ca-certificates g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libqscintilla2-qt6-dev qtkeychain-qt6-dev
    nlohmann-json3-dev libvalijson-dev libcpp-httplib-dev libcurl4-openssl-dev librdkafka-dev libpq-dev libssl-dev
    postgresql
    zlib1g-dev libbrotli-dev liblz4-dev libzstd-dev
    fonts-inter fonts-dejavu-core
)
packages_vnc=(tigervnc-standalone-server tigervnc-tools openbox xauth)
packages_wayland=(qt6-wayland)
packages_test=(git reuse curl openssl python3)
packages_bench=(curl python3 xauth xvfb)
packages_fuzz=(clang-14 libclang-rt-14-dev)
# npm is installed where it is missing; see packaging/install.
packages_interop=(curl default-jre-headless mariadb-client-core mariadb-server-core maven openssl python3 python3-venv)
