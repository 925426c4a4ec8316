// What the language says of itself, in `cond-expand` and in `(features)`.

export const features: readonly string[] = ['r7rs', 'exact-closed', 'full-unicode', 'vmactor'];
