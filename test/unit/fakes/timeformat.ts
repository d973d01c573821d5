// Cockpit's way to write dates, for tests of words: the same in any zone.

export const distanceToNow = (time: number): string => {
    const seconds = Math.round((Date.now() - time) / 1000);
    return seconds < 86_400 ? `${seconds} seconds ago` : `${Math.round(seconds / 86_400)} days ago`;
};

export const dateTimeSeconds = (time: number): string => new Date(time).toISOString();
