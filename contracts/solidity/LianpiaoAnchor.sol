// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAnchor} from "./IAnchor.sol";

/// @title Anchor of Lianpiao's transparency logs
/// @notice Keeps the latest checkpoint of each log and makes the chain a witness of it: a log that shrinks, or that shows a
/// second root for one size, is refused here whatever its operator says.
/// @dev Two storage slots a log: the root, and beside it the size packed with a block number. Changing both costs 10,000
/// gas, creating both 44,200; on top of the 21,000 of any transaction a creation cannot stay below 50,000, and one slot cannot hold
/// a whole root and a size. So a log is opened ahead: the constructor anchors the empty tree for the logs it is given, whose
/// root, SHA-256 of nothing, is not zero, just as the block number is not. From then on every anchor, the first one of
/// the log included, changes slots and creates none. A log that was not opened is anchored too, at the higher price, once.
contract LianpiaoAnchor is IAnchor {
    struct Checkpoint {
        bytes32 root;
        uint64 size;
        uint64 blockNumber;
    }

    /// @dev Root of the tree without leaves: SHA-256 of the empty string (RFC 6962 section 2.1).
    bytes32 private constant EMPTY_TREE_ROOT = 0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855;

    mapping(bytes32 origin => Checkpoint checkpoint) private _checkpoints;
    address private _publisher;
    address private _pendingPublisher;

    /// @notice The publisher offered its place; it stays in place until the candidate accepts.
    event PublisherTransferStarted(address indexed publisher, address indexed candidate);

    /// @notice Another account publishes from now on.
    event PublisherTransferred(address indexed previous, address indexed publisher);

    /// @notice Only the publisher, or for an acceptance the candidate, may do this.
    error LianpiaoAnchorUnauthorizedCaller(address caller);

    /// @notice The zero address publishes nothing.
    error LianpiaoAnchorInvalidPublisher(address publisher);

    /// @notice No tree of this size has this root: 0 is none, and only the empty tree has the empty tree's root.
    error LianpiaoAnchorInvalidRoot(uint64 size, bytes32 root);

    /// @notice A log only grows.
    error LianpiaoAnchorSizeDecreased(uint64 latestSize, uint64 size);

    /// @notice A log has one root for one size.
    error LianpiaoAnchorRootConflict(uint64 size, bytes32 latestRoot, bytes32 root);

    /// @param initialPublisher The account that may anchor.
    /// @param origins Logs to open with the empty tree; may be empty, repetitions change nothing.
    constructor(address initialPublisher, bytes32[] memory origins) {
        if (initialPublisher == address(0)) revert LianpiaoAnchorInvalidPublisher(initialPublisher);
        _publisher = initialPublisher;
        emit PublisherTransferred(address(0), initialPublisher);
        for (uint256 i = 0; i < origins.length; ++i) {
            _anchor(origins[i], 0, EMPTY_TREE_ROOT);
        }
    }

    /// @inheritdoc IAnchor
    /// @dev A repetition is a success without an event, not a refusal: a publisher whose request timed out after it was in
    /// fact mined sends it again, and that must neither alarm anyone nor make one checkpoint look like two.
    function anchor(bytes32 origin, uint64 size, bytes32 root) external {
        if (msg.sender != _publisher) revert LianpiaoAnchorUnauthorizedCaller(msg.sender);
        _anchor(origin, size, root);
    }

    /// @notice Offers the publisher's place to another account; replaces an earlier offer, the zero address takes it back.
    /// @param candidate The account that may accept.
    function transferPublisher(address candidate) external {
        if (msg.sender != _publisher) revert LianpiaoAnchorUnauthorizedCaller(msg.sender);
        _pendingPublisher = candidate;
        emit PublisherTransferStarted(msg.sender, candidate);
    }

    /// @notice Takes the publisher's place that was offered to the caller, which proves that its key is in working order.
    function acceptPublisher() external {
        if (msg.sender != _pendingPublisher) revert LianpiaoAnchorUnauthorizedCaller(msg.sender);
        address previous = _publisher;
        _publisher = msg.sender;
        _pendingPublisher = address(0);
        emit PublisherTransferred(previous, msg.sender);
    }

    /// @inheritdoc IAnchor
    function latest(bytes32 origin) external view returns (uint64 size, bytes32 root, uint64 blockNumber) {
        Checkpoint storage checkpoint = _checkpoints[origin];
        return (checkpoint.size, checkpoint.root, checkpoint.blockNumber);
    }

    /// @notice The account that may anchor.
    function publisher() external view returns (address) {
        return _publisher;
    }

    /// @notice The account that was offered the publisher's place; zero when there is none.
    function pendingPublisher() external view returns (address) {
        return _pendingPublisher;
    }

    function _anchor(bytes32 origin, uint64 size, bytes32 root) private {
        if (root == 0 || (size == 0) != (root == EMPTY_TREE_ROOT)) revert LianpiaoAnchorInvalidRoot(size, root);

        Checkpoint storage checkpoint = _checkpoints[origin];
        uint64 latestSize = checkpoint.size;
        if (size < latestSize) revert LianpiaoAnchorSizeDecreased(latestSize, size);
        if (size == latestSize && checkpoint.blockNumber != 0) {
            bytes32 latestRoot = checkpoint.root;
            if (root != latestRoot) revert LianpiaoAnchorRootConflict(size, latestRoot, root);
            return;
        }

        checkpoint.root = root;
        checkpoint.size = size;
        checkpoint.blockNumber = uint64(block.number);
        emit CheckpointAnchored(origin, size, root);
    }
}
