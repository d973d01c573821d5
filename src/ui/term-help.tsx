import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { Popover } from "@patternfly/react-core/dist/esm/components/Popover/index.js";
import HelpIcon from "@patternfly/react-icons/dist/esm/icons/help-icon.js";

import { _, format } from "../i18n.ts";

interface TermHelpProps {
    /** The word that is explained. */
    readonly term: string;
    readonly text: string;
    /** Where there is more: "zfsprops(7)". */
    readonly manPage: string;
}

/** Explains a term where it stands, once it is asked for. */
export const TermHelp = ({ term, text, manPage }: TermHelpProps) => (
    <Popover
        aria-label={term}
        headerContent={term}
        headerComponent="h3"
        // narrow enough to fit beside its term on a phone, on one side or another
        minWidth="10rem"
        maxWidth="15rem"
        flipBehavior={["bottom", "top-end", "bottom-end", "top-start", "bottom-start"]}
        bodyContent={text}
        footerContent={
            <span className="zfs-quiet">
                {_("More in the manual")}: <bdi>{manPage}</bdi>
            </span>
        }
    >
        <Button
            variant="plain"
            size="sm"
            hasNoPadding
            icon={<HelpIcon />}
            aria-label={format(_("What is $0?"), term)}
        />
    </Popover>
);
