// Styles are imported for their effect; esbuild makes one style sheet of them.
declare module "*.scss";
