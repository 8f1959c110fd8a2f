/** A YAML file taken into the bundle as its text. */
declare module '*.yaml' {
  const text: string;
  export default text;
}
