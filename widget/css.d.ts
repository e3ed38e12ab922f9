declare module '*.css' {
  const text: string;
  export default text;
}

/** The version of the build, and the languages it has strings for beside English; set by scripts/build-assets.ts. */
declare const buildVersion: string;
declare const languages: string[];
