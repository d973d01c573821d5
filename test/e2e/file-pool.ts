const folder = "/var/tmp/pools";

/**
 * The command line that makes a pool of one file, for tests that are not about disks: there are no partitions to make,
 * nothing for udev to see, and nothing to wipe afterwards.
 *
 * @param options of `zpool create`
 */
export const filePool = (name: string, ...options: readonly string[]): string =>
    `mkdir -p ${folder} && rm -f ${folder}/${name} && truncate -s 1G ${folder}/${name} && ` +
    `zpool create ${options.join(" ")} ${name} ${folder}/${name}`;
