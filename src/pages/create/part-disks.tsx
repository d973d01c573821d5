import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { useId } from "react";

import { _ } from "../../i18n.ts";
import { diskName, diskPath } from "../../zfs/disk-choice.ts";
import type { Disk } from "../../zfs/disk.ts";
import type { DraftedPart } from "../../zfs/layout/draft.ts";
import { diskFacts } from "../disks/disk-text.ts";

interface PartDisksProps {
    readonly draft: DraftedPart;
    readonly choice: readonly Disk[];
    readonly onPaths: (paths: readonly string[]) => void;
}

/** Which of the disks a part takes; it takes them from the other parts. */
export const PartDisks = ({ draft: { disks }, choice, onPaths }: PartDisksProps) => {
    const id = useId();
    const own = disks.map(diskPath);
    return (
        <FormGroup role="group" label={_("Its disks")} fieldId={id} isStack>
            {choice.map((disk) => {
                const path = diskPath(disk);
                return (
                    <Checkbox
                        key={path}
                        id={`${id}-${disk.name}`}
                        label={diskName(disk)}
                        description={diskFacts(disk)}
                        isChecked={own.includes(path)}
                        onChange={(_event, isTaken) =>
                            onPaths(isTaken ? [...own, path] : own.filter((one) => one !== path))
                        }
                    />
                );
            })}
        </FormGroup>
    );
};
