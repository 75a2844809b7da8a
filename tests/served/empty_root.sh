#!/bin/sh
# Runs a server and a visitor in a root that holds nothing but Python, its libraries and the program, all of it
# read-only: as nobody, with a memory limit, on a network that has only itself. Called within namespaces of its own:
#   unshare --mount --net --pid --fork empty_root.sh ROOT SERVER... <VISIT (PLACES: folders to show, a line each)
set -eu
root=$1
shift

mount --make-rprivate /
mount -t tmpfs -o mode=755 none "$root"
for place in $PLACES; do
	mkdir -p "$root$place"
	mount --bind "$place" "$root$place"
	mount -o remount,bind,ro,nosuid,nodev "$root$place"
done
mkdir -p "$root/dev" "$root/proc"
for device in null urandom; do
	touch "$root/dev/$device"
	mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/shm" # the only place to write: 16 MB of memory, as in every container
mount -t tmpfs -o mode=1777,size=16m,nosuid,nodev,noexec none "$root/dev/shm"
mount -t proc -o ro none "$root/proc"
mount -o remount,ro "$root"

python=$1
"$python" -c '# the loopback of a new network is down
import fcntl, socket, struct
with socket.socket() as any_socket:
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 0x49))  # SIOCSIFFLAGS: up, loopback, running
'

enter="prlimit --data=2147483648 chroot --userspec=65532:65532 $root"
$enter "$@" </dev/null &
server=$!
$enter "$python" - && said=0 || said=$?
kill -TERM "$server"
wait "$server" && left=0 || left=$?
echo "visitor $said, server $left"
[ "$said" = 0 ] && [ "$left" = 0 ]
