import type { Dataset } from "../../zfs/dataset.ts";

/** Who may do what. */
export default function DelegationTab({ dataset }: { readonly dataset: Dataset }) {
    return <p>{dataset.name}</p>;
}
