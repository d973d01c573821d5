// How a person gains administrative access from within our page, as by the button in Cockpit's top bar: the bridge's
// own object /superuser starts sudo, asks for what sudo asks for, and tells all pages when it is done.
import cockpit from "cockpit";

/** A question of sudo's, or whatever else this host has for it. */
export interface AccessPrompt {
    readonly message: string;
    /** What is to be typed, such as "Password"; may be empty. */
    readonly prompt: string;
    /** The answer may be seen by others. */
    readonly isVisible: boolean;
    /** What was wrong with the answer before. */
    readonly error: string;
}

/** The way to administrative access, while it is gone. */
export interface AccessRequest {
    /** Fulfilled when the person has it; rejected with the reason for people, or when it was cancelled. */
    readonly granted: Promise<void>;
    readonly answer: (text: string) => void;
    /** Gives it up; what has been granted stays. */
    readonly cancel: () => void;
}

const [path, superuser] = ["/superuser", "cockpit.Superuser"];

/** What Cockpit's own type leaves out. */
interface Signals {
    subscribe(
        match: { readonly path: string; readonly interface: string; readonly member: string },
        callback: (path: string, name: string, signal: string, args: readonly unknown[]) => void,
    ): void;
}

/** The bridge's object, as far as it matters here; Cockpit's own type leaves out how to wait for it. */
interface SuperuserProxy {
    readonly wait: () => Promise<unknown>;
    readonly Bridges?: readonly string[];
}

/** Asks for administrative access by sudo where this host has it, or by the first way that it has. */
export function requestAccess(onPrompt: (prompt: AccessPrompt) => void): AccessRequest {
    const client = cockpit.dbus(null, { bus: "internal" });
    const match = { path, interface: superuser, member: "Prompt" };
    (client as unknown as Signals).subscribe(match, (_path, _name, _signal, args) => {
        const [message, prompt, , isVisible, error] = args as readonly [
            string,
            string,
            string,
            boolean,
            string,
        ];
        onPrompt({ message, prompt, isVisible, error });
    });
    const call = async (method: string, ...args: readonly string[]) => {
        await client.call(path, superuser, method, [...args]);
    };
    const start = async () => {
        // asking for the property itself ends the bridge of 337 and later
        const proxy = client.proxy(superuser, path) as unknown as SuperuserProxy;
        await proxy.wait();
        const ways = proxy.Bridges ?? [];
        // not by "any", which the bridge of 287 does not know
        await call("Start", ways.find((way) => way === "sudo") ?? ways[0] ?? "sudo");
    };
    let isOver = false;
    const granted = start().finally(() => {
        isOver = true;
        client.close();
    });
    return {
        granted,
        answer: (text) => void call("Answer", text),
        cancel() {
            if (!isOver) void call("Stop");
        },
    };
}
