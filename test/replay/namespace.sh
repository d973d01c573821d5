#!/bin/sh
# namespace.sh FOLDER PORT USER [TIME]
#
# The inside of the replay lane's box. Runs as root of fresh user, mount and process namespaces (see cockpit.ts):
# lays the unpacked Cockpit in FOLDER over /usr, gives it a system bus that nobody else is on, and serves PORT of the
# loopback interface. USER is the person of the Cockpit session: "root", or "nobody", who has limited access. With TIME, in Unix
# seconds, the host's clock stands still then, for those who ask the kernel's files for it.
#
# Lives as long as its standard input is open. When it ends, the kernel ends every process in the box.
set -eu
folder=$1 port=$2 user=$3 time=${4-}

mount -t overlay overlay -o "lowerdir=$folder/usr:/usr" /usr
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /sys/module
mkdir -p /run/dbus /run/home
# With one named, though it is not there, the bridge starts no ssh-agent: killed with the box, each would leave its folder
# in /tmp on the host, whatever TMPDIR says, as the program has a group of its own.
export HOME=/run/home SSH_AUTH_SOCK=/run/no-agent
if [ -n "$time" ]; then
    echo "btime $((time - 100))" >/run/stat
    echo "100.00 100.00" >/run/uptime
    mount --bind /run/stat /proc/stat
    mount --bind /run/uptime /proc/uptime
fi
as_user() { "$@"; }
if [ "$user" != root ]; then
    ids="--map-user=$(id -u "$user") --map-group=$(id -g "$user")"
    # shellcheck disable=SC2086
    as_user() { unshare --user $ids -- "$@"; }
fi
as_user dbus-daemon --session --fork --nopidfile --address=unix:path=/run/dbus/system_bus_socket
as_user /usr/lib/cockpit/cockpit-ws --no-tls -a 127.0.0.1 -p "$port" --local-session=/usr/bin/cockpit-bridge </dev/null &
cat >/dev/null
