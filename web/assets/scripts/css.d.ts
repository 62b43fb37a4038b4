// A style sheet that a script imports is for the bundler; TypeScript need not look inside.
declare module "*.css";
