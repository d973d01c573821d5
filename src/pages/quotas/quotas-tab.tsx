import type { Dataset } from "../../zfs/dataset.ts";

/** Quotas and what users take. */
export default function QuotasTab({ dataset }: { readonly dataset: Dataset }) {
    return <p>{dataset.name}</p>;
}
