/**
 * Whether a command did what it should although it failed: on Linux only root may mount, so who may create a dataset
 * gets it unmounted, and ZFS 2.1 to 2.3 call that a failure.
 *
 * @param stderr what the command said
 */
export const isDoneUnmounted = (stderr: string): boolean =>
    /^(?:filesystem|clone) successfully created, but it may only be mounted by root$/m.test(stderr);
