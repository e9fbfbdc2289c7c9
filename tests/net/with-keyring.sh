#!/bin/sh
# Runs a test program on a bus of its own with an unlocked keyring of its own; skips without the daemon.
set -eu

for tool in dbus-run-session gnome-keyring-daemon; do
  if ! command -v "$tool" > /dev/null; then
    echo "1..0 # SKIP $tool is not installed"
    exit 0
  fi
done

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home" XDG_CONFIG_HOME="$home" XDG_CACHE_HOME="$home"
export XDG_RUNTIME_DIR="$home" DIAPASON_TEST_KEYRING=1
unset DISPLAY WAYLAND_DISPLAY

# Only the test is to stop at a warning, not what others wrote.
# shellcheck disable=SC2016
env -u G_DEBUG dbus-run-session -- sh -eu -c '
  echo "" | gnome-keyring-daemon --unlock --components=secrets > /dev/null
  export G_DEBUG="$1"
  shift
  "$@"
' sh "${G_DEBUG:-}" "$@"
