// DAMAGE. Which files are damaged, and where they may be found whole: in a snapshot that was taken before, if its
// blocks are others. Whether it is whole only its reading tells; what is here is where to look.
import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import {
    ClipboardCopy,
    ClipboardCopyVariant,
} from "@patternfly/react-core/dist/esm/components/ClipboardCopy/index.js";
import { useState } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { copyText } from "../../ui/copy-text.ts";

import { CopySearch } from "./copy-search.tsx";

import "./damage.scss";

interface DamagedListProps {
    /** As `zpool status -v` names them. */
    readonly paths: readonly string[];
}

/** Files that are listed before the person asks for all. */
const few = 20;

/** The damaged files of a pool. */
export const DamagedList = ({ paths }: DamagedListProps) => {
    const [isOpen, setOpen] = useState(false);
    const shown = isOpen ? paths : paths.slice(0, few);
    return (
        <>
            <p>{ngettext("$0 damaged file or object:", "$0 damaged files or objects:", paths.length)}</p>
            <ul className="zfs-damage">
                {shown.map((path) => (
                    <DamagedFile key={path} path={path} paths={paths} />
                ))}
            </ul>
            {paths.length > shown.length && (
                <div>
                    <Button variant="link" isInline onClick={() => setOpen(true)}>
                        {format(_("Show all $0"), paths.length)}
                    </Button>
                </div>
            )}
            {paths.length > 1 && (
                <ClipboardCopy
                    isReadOnly
                    isCode
                    hoverTip={_("Copy")}
                    clickTip={_("Copied")}
                    onCopy={() => void copyText(paths.join("\n"))}
                    textAriaLabel={_("Damaged files")}
                    toggleAriaLabel={_("Show all")}
                    variant={ClipboardCopyVariant.expansion}
                >
                    {paths.join("\n")}
                </ClipboardCopy>
            )}
        </>
    );
};

const DamagedFile = ({ path, paths }: DamagedListProps & { readonly path: string }) => {
    const [isSearched, setSearched] = useState(false);
    const hasName = path.startsWith("/") || path.includes(":/");
    return (
        <li>
            <code dir="ltr">{path}</code>
            {hasName && !isSearched && (
                <Button
                    variant="link"
                    isInline
                    aria-label={format(_("Look for a good copy of $0"), path)}
                    onClick={() => setSearched(true)}
                >
                    {_("Look for a good copy")}
                </Button>
            )}
            {isSearched && <CopySearch path={path} paths={paths} />}
        </li>
    );
};
