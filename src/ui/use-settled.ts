import { useEffect, useState } from "react";

/**
 * A value that changes while a person types, once it has stood still for a while: for what costs a process to look at.
 *
 * @param patience milliseconds
 */
export function useSettled<T>(value: T, patience = 400): T {
    const [settled, setSettled] = useState(value);
    useEffect(() => {
        const timer = setTimeout(() => setSettled(value), patience);
        return () => clearTimeout(timer);
    }, [value, patience]);
    return settled;
}
