/** What runs the guest's instructions: KVM where it can, and a word where it could. */
import { findAccelerator } from "../../vm/hardware.ts";

const cpuinfo = (flags: string) => `processor\t: 0\nmodel name\t: Some CPU\nflags\t\t: fpu ${flags} sse\n`;

test.each([
    ["KVM, where the processor has it and the device may be opened", "vmx", true, "kvm", undefined],
    ["emulation without a word, where the processor has nothing better", "ss", true, "tcg", undefined],
    ["emulation with a word, where the device may not be opened", "svm", false, "tcg", /^\/dev\/kvm cannot/],
])("%s", (_title, flags, isOpen, kind, hint) => {
    const accelerator = findAccelerator(cpuinfo(flags), (device) => device === "/dev/kvm" && isOpen);
    expect(accelerator.kind).toBe(kind);
    expect(accelerator.cpu).toBe(kind === "kvm" ? "Some CPU" : "Nehalem");
    if (hint === undefined) expect(accelerator.hint).toBeUndefined();
    else expect(accelerator.hint).toMatch(hint);
});
