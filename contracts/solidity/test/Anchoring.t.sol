// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAnchor} from "../IAnchor.sol";
import {LianpiaoAnchor} from "../LianpiaoAnchor.sol";
import {AnchorFixture} from "./AnchorFixture.t.sol";
import {Vm} from "./TestBase.t.sol";

contract AnchoringTest is AnchorFixture {
    uint64 private constant MAX = type(uint64).max;

    function test_openedLogHoldsTheEmptyTree() public view {
        assertLatest(OPENED, 0, EMPTY, block.number);
    }

    function test_emptyTreeRootIsTheHashOfNothing() public pure {
        assertEq(EMPTY, sha256(""), "root of the tree without leaves");
    }

    function test_unknownLogHoldsNothing() public view {
        assertLatest(OTHER, 0, 0, 0);
    }

    function test_openingTwiceChangesNothing() public {
        bytes32[] memory twice = new bytes32[](2);
        twice[0] = OPENED;
        twice[1] = OPENED;
        vm.recordLogs();
        target = new LianpiaoAnchor(PUBLISHER, twice);
        assertEq(vm.getRecordedLogs().length, 2, "one transfer and one checkpoint");
    }

    function test_rootStandsAloneAndSizeSharesItsSlot() public {
        publish(OPENED, 7, bytes32(uint256(1)));
        uint256 first = uint256(keccak256(abi.encode(OPENED, uint256(0))));
        assertEq(uint256(vm.load(address(target), bytes32(first))), 1, "root slot");
        assertEq(uint256(vm.load(address(target), bytes32(first + 1))), (block.number << 64) | 7, "size and block slot");
    }

    function testFuzz_anchorBecomesLatest(bytes32 origin, uint64 size, bytes32 root, uint64 blockNumber) public {
        assumeRoot(root);
        vm.roll(between(blockNumber, 1, MAX));
        size = between(size, 1, MAX);
        vm.expectEmit(true, true, true, true, address(target));
        emit IAnchor.CheckpointAnchored(origin, size, root);
        publish(origin, size, root);
        assertLatest(origin, size, root, block.number);
    }

    function testFuzz_logGrows(uint64 before, uint64 size, bytes32 rootBefore, bytes32 root) public {
        assumeRoot(root);
        assumeRoot(rootBefore);
        before = between(before, 1, MAX - 1);
        size = between(size, before + 1, MAX);
        publish(OPENED, before, rootBefore);
        publish(OPENED, size, root);
        assertLatest(OPENED, size, root, block.number);
    }

    function testFuzz_repetitionIsHarmless(uint64 size, bytes32 root) public {
        assumeRoot(root);
        size = between(size, 1, MAX);
        publish(OTHER, size, root);
        uint256 anchoredIn = block.number;
        vm.roll(anchoredIn + 10);
        vm.recordLogs();
        publish(OTHER, size, root);
        assertEq(vm.getRecordedLogs().length, 0, "no second event");
        assertLatest(OTHER, size, root, anchoredIn);
    }

    function testFuzz_smallerSizeIsRefused(uint64 latestSize, uint64 size, bytes32 latestRoot, bytes32 root) public {
        assumeRoot(root);
        assumeRoot(latestRoot);
        latestSize = between(latestSize, 2, MAX);
        size = between(size, 1, latestSize - 1);
        publish(OPENED, latestSize, latestRoot);
        vm.expectRevert(abi.encodeWithSelector(LianpiaoAnchor.LianpiaoAnchorSizeDecreased.selector, latestSize, size));
        publish(OPENED, size, root);
        assertLatest(OPENED, latestSize, latestRoot, block.number);
    }

    function testFuzz_shrinkingToNothingIsRefused(uint64 latestSize, bytes32 latestRoot) public {
        assumeRoot(latestRoot);
        latestSize = between(latestSize, 1, MAX);
        publish(OPENED, latestSize, latestRoot);
        vm.expectRevert(abi.encodeWithSelector(LianpiaoAnchor.LianpiaoAnchorSizeDecreased.selector, latestSize, 0));
        publish(OPENED, 0, EMPTY);
    }

    function testFuzz_otherRootForTheSameSizeIsRefused(uint64 size, bytes32 latestRoot, bytes32 root) public {
        assumeRoot(root);
        assumeRoot(latestRoot);
        vm.assume(root != latestRoot);
        size = between(size, 1, MAX);
        publish(OPENED, size, latestRoot);
        vm.expectRevert(abi.encodeWithSelector(LianpiaoAnchor.LianpiaoAnchorRootConflict.selector, size, latestRoot, root));
        publish(OPENED, size, root);
        assertLatest(OPENED, size, latestRoot, block.number);
    }

    function testFuzz_impossibleRootIsRefused(bytes32 origin, uint64 size, bytes32 root) public {
        size = between(size, 1, MAX);
        vm.assume(root != EMPTY);
        expectInvalidRoot(origin, size, 0);
        expectInvalidRoot(origin, size, EMPTY);
        expectInvalidRoot(origin, 0, root);
    }

    function testFuzz_otherCallerIsRefused(address caller, uint64 size, bytes32 root) public {
        vm.assume(caller != PUBLISHER);
        vm.expectRevert(abi.encodeWithSelector(LianpiaoAnchor.LianpiaoAnchorUnauthorizedCaller.selector, caller));
        vm.prank(caller);
        target.anchor(OPENED, size, root);
        assertLatest(OPENED, 0, EMPTY, block.number);
    }

    function testFuzz_logsDoNotTouchEachOther(bytes32 one, bytes32 two, uint64 size, bytes32 root) public {
        assumeRoot(root);
        vm.assume(one != two && two != OPENED);
        publish(one, between(size, 1, MAX), root);
        assertLatest(two, 0, 0, 0);
    }

    function testFuzz_sizeBeyond64BitsIsRefused(uint256 size, bytes32 root) public {
        vm.assume(size > MAX);
        vm.prank(PUBLISHER);
        (bool accepted,) = address(target).call(abi.encodeWithSelector(IAnchor.anchor.selector, OPENED, size, root));
        assertEq(accepted ? 1 : 0, 0, "accepted");
        assertLatest(OPENED, 0, EMPTY, block.number);
    }

    function expectInvalidRoot(bytes32 origin, uint64 size, bytes32 root) private {
        vm.expectRevert(abi.encodeWithSelector(LianpiaoAnchor.LianpiaoAnchorInvalidRoot.selector, size, root));
        publish(origin, size, root);
    }
}
