/** Bundles modules, given by name, into a folder. @param groups of the modules that they have in common, see rolldown */
export declare function bundle(
  input: Readonly<Record<string, string>>,
  dir: string,
  groups: readonly { readonly name: string; readonly test: RegExp; readonly priority?: number }[],
): Promise<void>;
