/**
 * What a promise gives, if it does so within so many milliseconds; undefined else. Neither a file nor a bus has a time
 * limit of its own, and an answer that never comes would keep all that waits for it from being read ever again.
 */
export function within<T>(timeout: number, promise: Promise<T>): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => resolve(undefined), timeout);
        promise.then(resolve, reject).finally(() => clearTimeout(timer));
    });
}
