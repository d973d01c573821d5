import type { Dataset } from "./dataset.ts";
import { leafOf } from "./dataset.ts";

/** How many of them make a heap that is better folded. */
const heap = 5;

/** What Docker and Podman call the layers of images and containers. */
const IMAGE_LAYER = /^[0-9a-f]{64}(-init)?$/;
/** What containerd calls them, and in what. */
const SNAPSHOT_LAYER = /^\d+$/;
const STORAGE = /(docker|containerd|podman|buildkit|containers)/i;

/**
 * Of the datasets in one dataset those that a container engine made for its layers: hundreds that nobody looks for, each a
 * clone of another. A few are left alone.
 *
 * @param parent the dataset in which they lie; undefined for the pools themselves
 */
export function layersOf(parent: string | undefined, children: readonly Dataset[]): ReadonlySet<Dataset> {
    if (parent === undefined || children.length < heap) return new Set();
    const isStorage = STORAGE.test(leafOf(parent));
    const layers = children.filter(({ name }) => {
        const leaf = leafOf(name);
        return IMAGE_LAYER.test(leaf) || (isStorage && SNAPSHOT_LAYER.test(leaf));
    });
    return new Set(layers.length >= heap ? layers : []);
}
