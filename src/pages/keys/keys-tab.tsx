import type { Dataset } from "../../zfs/dataset.ts";

/** The keys of a dataset. */
export default function KeysTab({ dataset }: { readonly dataset: Dataset }) {
    return <p>{dataset.name}</p>;
}
