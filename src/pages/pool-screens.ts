// The screens about pools, in one: what a browser loads for each of them is nearly the same.
export { AddPage } from "./create/add-page.tsx";
export { CreatePage } from "./create/create-page.tsx";
export { ImportPage } from "./import/import-page.tsx";
export { PoolPage } from "./pool/pool-page.tsx";
