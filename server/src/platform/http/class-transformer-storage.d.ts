/** Where class-transformer keeps what its decorators said; it exports no other way to ask. */
declare module 'class-transformer/cjs/storage' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage';
}
