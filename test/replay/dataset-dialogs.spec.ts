// The dialogs about datasets, their keys, properties, quotas and delegation, each in every layout and by keyboard.

import type { Frame } from "@playwright/test";

import { VERSIONS, lookInto } from "../../src/zfs/action-reads.ts";
import { defaultQuotas } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";
import { moduleFiles } from "../module-files.ts";

import { accessHost, filesystem } from "./access-host.ts";
import { answersOf } from "./answers.ts";
import { aroundAnswers, datasetModuleFiles, datasetPropertyAnswers } from "./dataset-property-answers.ts";
import { datasetAnswers, locked, volume } from "./datasets.ts";
import { testDialogs } from "./dialogs.ts";
import {
    batchAnswers,
    copyAnswers,
    homeAnswers,
    homeHost,
    inherited,
    inheritedFrom,
    lone,
} from "./home-host.ts";
import { moduleAnswers, withModule } from "./module-answers.ts";
import { generatedPool } from "./pools.ts";

const everyModule = moduleAnswers(moduleFiles + datasetModuleFiles);

async function chooseThree(frame: Frame): Promise<void> {
    for (const name of ["tank", "tank/home", "tank/films", "tank/music"])
        await frame.getByRole("checkbox", { name: `Choose ${name}`, exact: true }).check();
}

const opened = (root: string) => ({ ...locked(root), keystatus: "available", mounted: "yes" });
const keyRows = [
    { name: "tank" },
    { name: "tank/a", ...opened("tank/a") },
    { name: "tank/a/member", ...opened("tank/a"), keylocation: "none" },
    { name: "tank/a/own", ...opened("tank/a/own"), mounted: "no" },
    { name: "tank/a/vol", ...opened("tank/a"), ...volume, keylocation: "none" },
    { name: "tank/b", ...locked("tank/b"), keyformat: "raw", keylocation: "file:///root/tank-b.key" },
    { name: "tank/c", ...locked("tank/c") },
];
/** No folder in which something would be mounted is there yet. */
const noFolder = { "find *": { stderr: "find: no such folder\n", exit: 1 } };
const keyHost = {
    answers: {
        ...{ ...answersOf([generatedPool("tank", 10)]), ...datasetAnswers(keyRows), ...moduleAnswers() },
        "find *": {},
        [shellQuote(lookInto(["/tank/a/own"]))]: { stdout: "/tank/a/own\0" },
    },
    installed: ["zpool", "zfs", "zfsadmin", "find", "findmnt"] as const,
};

const around = (property: string, above: string) =>
    aroundAnswers(property, "tank/home", above, {
        "tank/home": [above, "local"],
        "tank/home/anna": [above, "inherited from tank/home"],
    });

const defaults = "/sys/module/zfs/properties.dataset/defaultuserquota/type:number\n";

const home = "Actions for tank/home";
const [keyOfA, keyOfOwn] = ["Actions for the key of tank/a", "Actions for the key of tank/a/own"];
const many = "Do with 4 datasets";

testDialogs([
    {
        name: "many datasets",
        host: {
            ...homeHost({ ...batchAnswers, ...inheritedFrom("tank"), ...everyModule, ...noFolder }, lone),
            installed: withModule,
        },
        path: "/datasets",
        prepare: chooseThree,
        dialogs: [
            { name: "create-anywhere", opener: "Create dataset…" },
            { name: "batch-properties", opener: "Properties…", ready: "Another property…" },
            { name: "batch-mount", opener: many, item: "Mount" },
            { name: "batch-unmount", opener: many, item: "Unmount" },
            { name: "batch-share", opener: many, item: "Share" },
            { name: "batch-unshare", opener: many, item: "Stop sharing" },
            { name: "batch-destroy", opener: many, item: "Destroy", ready: "4 snapshots" },
        ],
    },
    {
        name: "a dataset",
        host: {
            ...homeHost(
                {
                    ...{ ...homeAnswers(), ...copyAnswers, ...inherited, ...everyModule, ...noFolder },
                    [shellQuote([...VERSIONS, "tank/home"])]: { stdout: "4\n5\n" },
                },
                lone,
            ),
            installed: withModule,
        },
        path: "/datasets/tank/home",
        dialogs: [
            { name: "snapshot", opener: "Take a snapshot…" },
            { name: "create", opener: home, item: "Create dataset", ready: "inherit: lz4 from tank" },
            {
                name: "unmount",
                opener: home,
                item: "Unmount",
                ready: "No process, swap, mount or other device",
            },
            { name: "unshare", opener: home, item: "Stop sharing" },
            { name: "clone", opener: home, item: "Clone a snapshot", ready: "Name of the clone" },
            {
                name: "rename",
                opener: home,
                item: "Rename or move",
                ready: "No process, swap, mount or other device",
            },
            { name: "rewrite", opener: home, item: "Rewrite", ready: "Up to 2 GiB more are taken" },
            { name: "version", opener: home, item: "Upgrade its version", ready: "It is of version 4" },
            { name: "zone", opener: home, item: "User namespace" },
            { name: "destroy", opener: home, item: "Destroy", ready: "3 snapshots" },
        ],
    },
    {
        name: "a clone",
        host: homeHost(copyAnswers),
        path: "/datasets/tank/copy",
        dialogs: [
            { name: "promote", opener: "Actions for tank/copy", item: "Promote", ready: "2 snapshots move" },
        ],
    },
    {
        name: "the properties of a dataset",
        host: {
            ...homeHost(
                {
                    ...everyModule,
                    ...datasetPropertyAnswers("tank/home", { "org.example:owner": ["anna", "local"] }),
                    ...{ ...around("compression", "lz4"), ...around("mountpoint", "/tank/home") },
                    ...{ ...around("quota", "0"), ...around("org.example:owner", "anna") },
                    "find /tank/norm *": {},
                },
                lone,
            ),
            installed: withModule,
        },
        path: "/datasets/tank/home?tab=properties",
        dialogs: [
            { name: "property-size", opener: "Set quota" },
            { name: "property-choice", opener: "Set compression", ready: "1 dataset below inherits this" },
            { name: "property-mountpoint", opener: "Set mountpoint", ready: "Only note it" },
            { name: "property-note", opener: "Set org.example:owner", ready: "Remove it" },
            { name: "property-new-note", opener: "Add a user property…" },
        ],
    },
    {
        name: "keys",
        host: keyHost,
        path: "/datasets/tank?tab=keys",
        dialogs: [
            { name: "keys-all", opener: "Load 2 keys…" },
            { name: "key-load", opener: "Load the key of tank/c" },
            { name: "key-load-kept", opener: "Load the key of tank/b" },
            { name: "key-test", opener: keyOfA, item: "Test a key" },
            { name: "key-change", opener: keyOfA, item: "Change the key" },
            { name: "key-place", opener: keyOfA, item: "Change where" },
            { name: "key-unload", opener: keyOfA, item: "Unload", ready: "tank/a at /tank/a" },
            { name: "keys-unload", opener: "Unload all keys here…", ready: "tank/a/own" },
            {
                name: "key-mount",
                opener: keyOfOwn,
                item: "Mount what it opens",
                ready: "The folder /tank/a/own is not empty.",
            },
            { name: "key-inherit", opener: keyOfOwn, item: "Use the key of the parent" },
        ],
    },
    {
        name: "a dataset without a key of its own",
        host: keyHost,
        path: "/datasets/tank/a/member?tab=keys",
        dialogs: [{ name: "key-own", opener: "Give it a key of its own…" }],
    },
    {
        name: "quotas",
        host: accessHost({
            ...moduleAnswers(moduleFiles + defaults),
            [shellQuote(defaultQuotas(filesystem.name))]: {
                stdout: "tank/norm\tdefaultuserquota\t5368709120\tlocal\n",
            },
        }),
        path: "/datasets/tank/norm?tab=quotas",
        dialogs: [
            { name: "limit", opener: "Set quota" },
            { name: "account-new", opener: "Set a quota…" },
            { name: "account", opener: (frame) => frame.getByRole("row", { name: /^anna/ }) },
            { name: "quota-default", opener: "Set defaultuserquota" },
        ],
    },
    {
        name: "delegation",
        host: accessHost(),
        path: "/datasets/tank/norm?tab=delegation",
        dialogs: [
            { name: "delegate", opener: "Delegate…" },
            { name: "delegate-set", opener: "Define a set…" },
            { name: "delegate-creator", opener: "Grant at creation…" },
            { name: "delegate-edit", opener: "Edit what is granted: user nobody" },
        ],
    },
]);
