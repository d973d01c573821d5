import { tightQuota } from "./dataset-space.ts";
import type { Dataset } from "./dataset.ts";
import { isLocked } from "./dataset.ts";

/*
 * What a dataset can be looked for by, besides its name.
 */
const TESTS = {
    filesystem: ({ type }) => type === "filesystem",
    volume: ({ type }) => type === "volume",
    mounted: ({ mounted }) => mounted === true,
    notMounted: ({ mounted }) => mounted === false,
    encrypted: ({ encryption = "off" }) => encryption !== "off",
    locked: isLocked,
    shared: ({ sharenfs, sharesmb }) => isShared(sharenfs) || isShared(sharesmb),
    readonly: (dataset) => dataset.readonly === true,
    clone: ({ origin }) => origin !== undefined,
    tightQuota: (dataset) => tightQuota(dataset) !== undefined,
} satisfies Readonly<Record<string, (dataset: Dataset) => boolean>>;

/** Something that a dataset is or is not. */
export type DatasetTrait = keyof typeof TESTS;

export const datasetTraits = Object.keys(TESTS) as readonly DatasetTrait[];

/**
 * Whether the value of `sharenfs` or `sharesmb` says that it is to be shared. Whether it is now no property tells: what
 * was unshared keeps its properties.
 */
export const isShared = (value: string | undefined): boolean => value !== undefined && value !== "off";

export const hasTrait = (dataset: Dataset, trait: DatasetTrait): boolean => TESTS[trait](dataset);

/** Those that exclude each other: a dataset that has any of a group passes. */
const ALTERNATIVES: readonly (readonly DatasetTrait[])[] = [
    ["filesystem", "volume"],
    ["mounted", "notMounted"],
];

/** Which datasets a person looks for. */
export interface DatasetFilter {
    /** Words that are all in the name, in small or capital letters. */
    readonly text: string;
    readonly traits: readonly DatasetTrait[];
}

export const isEmptyFilter = ({ text, traits }: DatasetFilter): boolean =>
    text.trim() === "" && traits.length === 0;

/** Whether a dataset is one of those that are looked for. */
export function datasetTest({ text, traits }: DatasetFilter): (dataset: Dataset) => boolean {
    const words = text.toLowerCase().split(/\s+/);
    const groups = [
        ...ALTERNATIVES.map((group) => group.filter((trait) => traits.includes(trait))),
        ...traits.filter((trait) => !ALTERNATIVES.flat().includes(trait)).map((trait) => [trait]),
    ].filter((group) => group.length > 0);
    return (dataset) => {
        const name = dataset.name.toLowerCase();
        return (
            words.every((word) => name.includes(word)) &&
            groups.every((group) => group.some((trait) => hasTrait(dataset, trait)))
        );
    };
}

/**
 * Whether a filesystem should be mounted, by its properties, and is not. One whose key is not loaded cannot be, which is
 * said otherwise.
 */
export const isUnmounted = (dataset: Dataset): boolean =>
    dataset.mounted === false &&
    dataset.canmount === "on" &&
    dataset.mountpoint !== "none" &&
    dataset.mountpoint !== "legacy" &&
    dataset.zoned !== true &&
    !isLocked(dataset);
