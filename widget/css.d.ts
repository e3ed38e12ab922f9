declare module '*.css' {
  const text: string;
  export default text;
}

/** The version of the build, and the languages it has strings for; set by scripts/build-widget.ts. */
declare const buildVersion: string;
declare const languages: string[];
