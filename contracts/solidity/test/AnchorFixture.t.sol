// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LianpiaoAnchor} from "../LianpiaoAnchor.sol";
import {TestBase} from "./TestBase.t.sol";

/// @title One anchor with a publisher, one opened log and one that was not opened
abstract contract AnchorFixture is TestBase {
    // Not written as sha256(…): that calls a precompile wherever the constant is used, and would consume a prank.
    bytes32 internal constant EMPTY = 0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855;
    bytes32 internal constant OPENED = keccak256("log.example/opened");
    bytes32 internal constant OTHER = keccak256("log.example/other");
    address internal constant PUBLISHER = address(0xA11CE);

    LianpiaoAnchor internal target;

    function setUp() public virtual {
        target = new LianpiaoAnchor(PUBLISHER, openedLogs());
    }

    function openedLogs() internal pure returns (bytes32[] memory origins) {
        origins = new bytes32[](1);
        origins[0] = OPENED;
    }

    function publish(bytes32 origin, uint64 size, bytes32 root) internal {
        vm.prank(PUBLISHER);
        target.anchor(origin, size, root);
    }

    function assertLatest(bytes32 origin, uint64 size, bytes32 root, uint256 blockNumber) internal view {
        (uint64 latestSize, bytes32 latestRoot, uint64 latestBlock) = target.latest(origin);
        assertEq(latestSize, size, "size");
        assertEq(latestRoot, root, "root");
        assertEq(latestBlock, blockNumber, "block number");
    }

    /// @dev A root that a tree with leaves may have.
    function assumeRoot(bytes32 root) internal pure {
        vm.assume(root != 0 && root != EMPTY);
    }
}
