/**
 * Stands in for the package `uc.micro`, whose tables of signs every engine has by now: markdown-it asks whether a sign is
 * punctuation or a symbol, where it reads emphasis, which is never asked of it.
 */
export const P = /\p{P}/u;
export const S = /\p{S}/u;
