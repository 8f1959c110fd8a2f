/** 85 letters that need no escape in a string: those of Z85 (https://rfc.zeromq.org/spec/32/). */
export const letters =
  '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#';
