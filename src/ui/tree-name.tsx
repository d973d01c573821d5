import AngleRightIcon from "@patternfly/react-icons/dist/esm/icons/angle-right-icon.js";
import type { CSSProperties, ReactNode } from "react";

import { _, format } from "../i18n.ts";

import type { TreePlace } from "./tree.ts";

interface TreeNameProps {
    /** Where the row is in its tree. */
    readonly row: TreePlace;
    /** What is shown and hidden with it, for those who cannot see it. */
    readonly name: string;
    readonly tabIndex: 0 | -1;
    readonly onToggle: () => void;
    readonly children: ReactNode;
}

/** The name in a row of a tree, as deep as the row lies, behind what shows and hides the rows below. */
export const TreeName = ({ row, name, tabIndex, onToggle, children }: TreeNameProps) => (
    <div className="zfs-tree-name" style={{ "--zfs-level": row.level - 1 } as CSSProperties}>
        {row.isOpen !== undefined && (
            <button
                type="button"
                className="zfs-fold"
                tabIndex={tabIndex}
                aria-expanded={row.isOpen}
                aria-label={format(_("Show or hide $0"), name)}
                onClick={onToggle}
            >
                <AngleRightIcon />
            </button>
        )}
        {children}
    </div>
);
