import type { Dataset } from "../../zfs/dataset.ts";

/** All properties of a dataset. */
export default function PropertiesTab({ dataset }: { readonly dataset: Dataset }) {
    return <p>{dataset.name}</p>;
}
