/** A YAML file taken into the bundle as its value: reading YAML is slow, and this one does not change. */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}
