#!/bin/sh
# guest-setup.sh NAME SSH-KEY
#
# Runs inside the root of a new guest, after its packages are installed: users, network, and a quick boot.
set -eu
name=$1 key=$2

echo "$name" >/etc/hostname
printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$name" >/etc/hosts
rm -f /etc/resolv.conf
# with an identity of its own the first boot does not set all services back to the distribution's choice
rm -f /etc/machine-id
systemd-machine-id-setup

# QEMU's user network has this one fixed address for its guest
cat >/etc/systemd/network/guest.network <<END
[Match]
Name=eth0
[Network]
Address=10.0.2.15/24
Gateway=10.0.2.2
LinkLocalAddressing=no
END
systemctl enable systemd-networkd.service
systemctl disable systemd-networkd-wait-online.service

mkdir -p -m 700 /root/.ssh
echo "$key" >/root/.ssh/authorized_keys
useradd --create-home --shell /bin/bash --groups sudo admin
useradd --create-home --shell /bin/bash reader
printf 'admin:foobar\nreader:foobar\n' | chpasswd

# unpacked modules load quicker
find /lib/modules -path '*/updates/*' -name '*.ko.xz' -exec unxz {} +
for modules in /lib/modules/*; do depmod "${modules##*/}"; done
echo zfs >/etc/modules-load.d/zfs.conf
[ -e /etc/hostid ] || zgenhostid

# Tests start these when they want them; nothing else shall wake up by itself
for unit in smbd.service nmbd.service samba-ad-dc.service nfs-server.service nfs-blkmap.service rpcbind.service \
    rpcbind.socket smartmontools.service getty@tty1.service; do
    systemctl disable "$unit" || true
done
systemctl mask apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service \
    fstrim.timer man-db.timer serial-getty@ttyS0.service
systemctl enable cockpit.socket
