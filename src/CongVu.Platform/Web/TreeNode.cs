namespace CongVu.Platform.Web;

/// <summary>One thing in a tree, such as a unit with the units under it.</summary>
/// <param name="Note">A quieter remark: "86 người".</param>
/// <param name="Open">Stands open at first.</param>
/// <param name="Here">The one the page is about.</param>
public sealed record TreeNode(string Text, string? Url = null, string? Note = null, bool Open = false, bool Here = false, IReadOnlyList<TreeNode>? Children = null);
