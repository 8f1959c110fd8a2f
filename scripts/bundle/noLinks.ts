/** Stands in for the package `linkify-it`: markdown-it makes one of these, and never asks it. */
export class LinkifyIt {}
