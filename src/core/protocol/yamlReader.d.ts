/** A YAML file that comes with the program, as what reads its value: how it is kept differs by bundle. */
declare module '*.yaml' {
  const read: () => unknown;
  export default read;
}
