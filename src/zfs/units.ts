/** What systemd says of a unit, in its own words; undefined where it has nothing to say. */
export interface Unit {
    /** Whether it starts with the host: enabled, disabled, static, masked, … */
    readonly fileState?: string | undefined;
    /** What it does now: active, inactive, failed, … */
    readonly activeState?: string | undefined;
}

/** Units by name. One that is not there is not installed. */
export type Units = ReadonlyMap<string, Unit>;

export const isActive = (units: Units, name: string): boolean => units.get(name)?.activeState === "active";

export const isEnabled = (units: Units, name: string): boolean =>
    /^(enabled|static|indirect|generated|alias)/.test(units.get(name)?.fileState ?? "");

/** The part of a unit's name that stands for a pool, `tank\x2d1` for "tank-1"; see "--escape" in systemd-escape(1). */
export function escapeUnit(text: string): string {
    return [...new TextEncoder().encode(text)]
        .map((byte, index) => {
            const letter = String.fromCharCode(byte);
            if (letter === "/") return "-";
            if (/[A-Za-z0-9:_]/.test(letter) || (letter === "." && index > 0)) return letter;
            return `\\x${byte.toString(16).padStart(2, "0")}`;
        })
        .join("");
}
