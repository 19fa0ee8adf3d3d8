// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Last anchored checkpoint of append-only logs
/// @notice A log is named by its origin: SHA-256 of the UTF-8 origin line of its checkpoints (C2SP tlog-checkpoint).
/// A checkpoint is a tree size, in leaves, and the RFC 6962 root hash (SHA-256) of the tree of that size.
interface IAnchor {
    /// @notice The checkpoint became the latest of its log. Written once per change, never for a repetition.
    /// @param origin The log.
    /// @param size Leaves in the tree.
    /// @param root Root hash of that tree.
    event CheckpointAnchored(bytes32 indexed origin, uint64 size, bytes32 root);

    /// @notice Makes a checkpoint the latest of its log. The same checkpoint again changes nothing and succeeds.
    /// @param origin The log.
    /// @param size Leaves in the tree; not below the latest size.
    /// @param root Root hash of that tree; for the latest size it must be the root that is already there.
    function anchor(bytes32 origin, uint64 size, bytes32 root) external;

    /// @notice The latest checkpoint of a log.
    /// @param origin The log.
    /// @return size Leaves in the tree; 0 for a log that nobody anchored, and for one anchored while empty.
    /// @return root Root hash of that tree; 0 for a log that nobody anchored, and for no other.
    /// @return blockNumber The block that holds the event of this checkpoint; 0 for a log that nobody anchored.
    function latest(bytes32 origin) external view returns (uint64 size, bytes32 root, uint64 blockNumber);
}
