import type { DatasetsRoute } from "../../routes.ts";

/** The tree of all datasets, or one dataset. */
export default function DatasetsPage({ route }: { readonly route: DatasetsRoute }) {
    return <p>{route.dataset}</p>;
}
