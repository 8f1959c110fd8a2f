import { relative, sep } from 'node:path';

/** How `file` is called from `folder`: relative, with `/`; both are absolute. */
export function pathFrom(folder: string, file: string): string {
  const path = relative(folder, file);
  return sep === '/' ? path : path.split(sep).join('/');
}

/** Whether `path` is `folder` or lies in it; both are absolute. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
