import { _, format } from "../../i18n.ts";
import { TextField } from "../../ui/text-field.tsx";
import { checkNewPoolName } from "../../zfs/names.ts";
import { isMountpoint } from "../../zfs/pool-options.ts";
import { noFolder, poolNameText } from "../name-text.ts";
import { usePoolNameList } from "../use-pool-names.ts";

import type { OptionsProps } from "./options-step.tsx";

/** The name of a pool, and where its files are found. */
export const PlaceFields = ({ options: { name, mountpoint }, onOptions }: OptionsProps) => {
    const taken = usePoolNameList();
    // an empty field is not wrong yet
    const problem = name === "" ? undefined : checkNewPoolName(name, taken);
    return (
        <>
            <TextField
                label={_("Name")}
                value={name}
                help={_("A letter, then letters, digits and the signs - _ . :")}
                problem={problem && poolNameText(problem)}
                onValue={(text) => onOptions({ name: text })}
            />
            <TextField
                label={_("Mount point")}
                value={mountpoint}
                placeholder={name === "" ? "" : `/${name}`}
                help={format(_("An empty folder or a new one; “$0” to mount nothing there"), "none")}
                problem={isMountpoint(mountpoint) ? undefined : noFolder()}
                onValue={(text) => onOptions({ mountpoint: text })}
            />
        </>
    );
};
