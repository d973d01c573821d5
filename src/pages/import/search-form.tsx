import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { Form } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { useId, useState } from "react";

import { _ } from "../../i18n.ts";
import { LongTextField } from "../../ui/long-text-field.tsx";
import { directoriesIn } from "../../zfs/import-search.ts";
import type { ImportSearch } from "../../zfs/import-search.ts";

/** Where to look for pools: on all disks, in some directories, and for destroyed ones. */
export const SearchForm = ({ onSearch }: { readonly onSearch: (search: ImportSearch) => void }) => {
    const [text, setText] = useState("");
    const [isForDestroyed, setForDestroyed] = useState(false);
    const id = useId();
    const directories = directoriesIn(text);
    const isWrong = directories.some((directory) => !directory.startsWith("/"));
    return (
        <Card>
            <CardBody>
                <Form
                    onSubmit={(event) => {
                        event.preventDefault();
                        if (!isWrong) onSearch({ directories, isForDestroyed });
                    }}
                >
                    <LongTextField
                        id={`${id}-directories`}
                        label={_("Directories to search")}
                        value={text}
                        help={_(
                            "One per line, for pools in files or on disks by other names. With none, all disks are searched.",
                        )}
                        problem={isWrong ? _("Each has to begin with a slash") : undefined}
                        onValue={setText}
                    />
                    <div className="zfs-search">
                        <Checkbox
                            id={`${id}-destroyed`}
                            label={_("Destroyed pools instead")}
                            isChecked={isForDestroyed}
                            onChange={(_event, isChecked) => setForDestroyed(isChecked)}
                        />
                        <Button type="submit" variant="secondary" isDisabled={isWrong}>
                            {_("Search")}
                        </Button>
                    </div>
                </Form>
            </CardBody>
        </Card>
    );
};
