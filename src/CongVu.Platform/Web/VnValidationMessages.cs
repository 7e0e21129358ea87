using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CongVu.Platform.Web;

/// <summary>Gives the framework's validation attributes a Vietnamese message wherever the author of a page wrote none.</summary>
internal sealed class VnValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            // Some attributes carry the framework's English default as if it had been written by the author.
            var silent = rule.ErrorMessageResourceName is null
                && (rule.ErrorMessage is null || rule.ErrorMessage.StartsWith("The ", StringComparison.Ordinal));
            if (silent && Message(rule) is { } message)
            {
                rule.ErrorMessage = message;
            }
        }
    }

    private static string? Message(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "Chưa nhập “{0}”.",
        StringLengthAttribute { MinimumLength: > 0 } => "“{0}” phải có từ {2} đến {1} ký tự.",
        StringLengthAttribute or MaxLengthAttribute => "“{0}” dài quá {1} ký tự. Viết ngắn lại.",
        MinLengthAttribute => "“{0}” phải có ít nhất {1} ký tự.",
        RangeAttribute => "“{0}” phải nằm trong khoảng từ {1} đến {2}.",
        EmailAddressAttribute => "“{0}” không phải là địa chỉ thư điện tử. Viết theo mẫu ten@congvu.gov.vn.",
        CompareAttribute => "“{0}” không khớp với “{1}”.",
        RegularExpressionAttribute => "“{0}” chưa đúng mẫu.",
        UrlAttribute => "“{0}” không phải là một địa chỉ liên kết.",
        PhoneAttribute => "“{0}” không phải là số điện thoại.",
        _ => null,
    };
}
